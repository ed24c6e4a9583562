/** Texts that a hostile or broken console might hold among its rows. None of them may be run, obeyed or hang a reader. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror="document.title=\'pwned\'">',
  '<script>document.title="pwned"</script>',
  '"><svg onload=alert(1)>',
  'https://safe.example/\u202e/**gro.live//:sptth',
  'https://zero\u200bwidth\u2060.example/**',
  '__proto__',
  'constructor',
  '{{constructor.constructor("return 1")()}}',
  `https://${'a'.repeat(100_000)}.example/**`,
  `${'*'.repeat(200)}a${'/**'.repeat(400)}`,
];
