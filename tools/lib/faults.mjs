// What may go wrong with what a person keeps, and what must happen then. A test says which row it proves: in the browser
// by a title that begins with `row 8: `, in Rust by a name that begins with `row_8_`.

export const FAULTS = [
  [8, "The browser keeps nothing: storage throws, is missing, refuses", "Everything works for this visit; that is said once"],
  [9, "No room left while saving", "What was saved is whole; the edit stays in memory; a copy as a file is offered; it is written when there is room"],
  [10, "A stored value cut at every place", "No crash; the others load; it is set aside, never overwritten"],
  [11, "Valid JSON of the wrong types", "As above"],
  [12, "One record of many broken", "The others load; how many were set aside is said, and they can be saved as a file"],
  [13, "Records of a newer version", "Not touched, in neither copy"],
  [14, "Records of each older schema", "Opened; raising them a second time changes nothing"],
  [15, "Killed within a migration", "Complete or as before; the next start goes on"],
  [16, "Two tabs that write at once", "Nothing of either is lost"],
  [17, "One tab erases everything while another is open", "Both are empty at once; nothing the other one does brings anything back"],
  [18, "The browser is killed 0 to 5 s after a save, a delete, an erase", "What was said to be done is done: nothing lost, nothing back"],
  [19, "The clock is a year slow, or ten years fast", "No number below zero, nothing deleted, nothing noted"],
  [20, "Clocks change, zones change, February 29, 14 hours ahead, 11 behind", "Days are counted by the calendar on the person’s wall"],
  [21, "A file of 200 MB to restore from", "Refused by its size, before it is read; the page answers"],
  [22, "A file 100,000 levels deep", "A message, no overflow"],
  [23, "A file with keys twice, with `__proto__`, with `constructor`", "Ignored, or plain data"],
  [24, "A file with HTML, script and every naughty string", "Shown as text; byte-equal when it goes round"],
  [25, "A file of a newer version, of another app, empty, in UTF-16, a zip", "A clear message; nothing is changed"],
  [26, "The same file twice", "Nothing doubled; it can be undone"],
  [27, "Encrypted records: a wrong passphrase, a changed byte, a lost salt", "The same calm answer; nothing locked out, nothing wiped"],
].map(([row, fault, expected]) => ({ row, fault, expected }));
