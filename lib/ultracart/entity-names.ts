/** Runs of HTML 4's named characters: the first one's code point, then the names in the order of their code points. */
const RUNS: readonly (readonly [number, string])[] = [
  [
    160,
    'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest',
  ],
  [
    192,
    'Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig',
  ],
  [
    224,
    'agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml',
  ],
  [913, 'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho'],
  [931, 'Sigma Tau Upsilon Phi Chi Psi Omega'],
  [
    945,
    'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi omega',
  ],
  [8592, 'larr uarr rarr darr harr'],
  [8656, 'lArr uArr rArr dArr hArr'],
]

/** The named characters that stand in no run. */
const SINGLES =
  '&amp <lt >gt "quot \'apos ŒOElig œoelig ŠScaron šscaron ŸYuml ƒfnof ˆcirc ˜tilde –ndash —mdash ‘lsquo ’rsquo ‚sbquo “ldquo ”rdquo „bdquo †dagger ‡Dagger •bull …hellip ‰permil ′prime ″Prime ‹lsaquo ›rsaquo ‾oline ⁄frasl €euro ™trade ∂part ∏prod ∑sum −minus √radic ∞infin ∩cap ∫int ≈asymp ≠ne ≡equiv ≤le ≥ge ◊loz ♠spades ♣clubs ♥hearts ♦diams'

/** Spaces and joiners, which could not be seen in a list. */
const UNSEEN: readonly (readonly [string, string])[] = [
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200C'],
  ['zwj', '\u200D'],
  ['lrm', '\u200E'],
  ['rlm', '\u200F'],
]

/** HTML 4's named characters (and XML's `apos`), by name, which is case-sensitive. */
export const ENTITY_NAMES: ReadonlyMap<string, string> = new Map([
  ...RUNS.flatMap(([first, names]) => runOf(first, names)),
  ...SINGLES.split(' ').map((one): [string, string] => [one.slice(1), one.slice(0, 1)]),
  ...UNSEEN,
])

function runOf(first: number, names: string): [string, string][] {
  return names.split(' ').map((name, at) => [name, String.fromCodePoint(first + at)])
}
