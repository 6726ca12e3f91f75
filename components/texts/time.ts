export const TIME_TEXTS = {
  countdown: {
    in: (left: string) => `in ${left}`,
  },
  duration: {
    ms: (durationMs: number) => `${durationMs} ms`,
  },
  formatMoment: {
    time: (place: string) => `${place} time`,
  },
  relativeTime: {
    justNow: 'just now',
    s: (seconds: number) => `${seconds} s`,
    minS: (minutes: number, seconds: number) => `${minutes} min ${seconds} s`,
    hMin: (hours: number, minutes: number) => `${hours} h ${minutes} min`,
  },
} as const
