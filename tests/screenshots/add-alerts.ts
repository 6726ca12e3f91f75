import type { Stage } from './stage.ts'

/** Two people who are told, and what they were told lately. */
export async function addAlerts({ sql, merchantId }: Stage): Promise<void> {
  await sql(`
    INSERT INTO alert_channel (id, merchant_id, kind, address, tells)
    SELECT gen_random_uuid(), '${merchantId}', 'mail', address, tells::jsonb
    FROM (VALUES ('amy@example.com', '["bad", "recovery", "silence", "digest"]'),
      ('the.whole.support.team.of.the.tea.house@a-rather-long-name.example.com', '["bad"]')) AS given (address, tells)`)
  await sql(`
    WITH told (id, topic, turn, facts, ago) AS (VALUES
      (gen_random_uuid(), 'ontraport-silent', 'bad', '{"since": null, "count": 12, "references": [], "detail": null}', 300),
      (gen_random_uuid(), 'ontraport-silent', 'recovered', '{"since": null, "count": 0, "references": [], "detail": null}', 240),
      (gen_random_uuid(), 'failed', 'bad', '{"since": null, "count": 3, "references": ["DEMO-1"], "detail": null}', 9)),
    alerts AS (
      INSERT INTO alert (id, merchant_id, topic, turn, facts, created_at)
      SELECT id, '${merchantId}', topic, turn, facts::jsonb, now() - make_interval(mins => ago) FROM told
      RETURNING id, topic, created_at)
    INSERT INTO alert_delivery (id, alert_id, channel_id, recipient, status, attempt_count, next_attempt_at, answer)
    SELECT gen_random_uuid(), alerts.id, c.id, c.address,
      CASE WHEN topic = 'failed' AND c.address LIKE 'the%' THEN 'waiting' ELSE 'sent' END,
      CASE WHEN topic = 'failed' AND c.address LIKE 'the%' THEN 2 ELSE 1 END,
      CASE WHEN topic = 'failed' AND c.address LIKE 'the%' THEN now() + interval '5 minutes' END,
      CASE WHEN topic = 'failed' AND c.address LIKE 'the%'
        THEN 'The mail server mail.example.com:587 refused it: 451 4.3.0 Try again later'
        ELSE 'The mail server took it: 250 2.0.0 Ok' END
    FROM alerts, alert_channel c WHERE c.merchant_id = '${merchantId}'`)
}
