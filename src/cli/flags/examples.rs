//! Examples and exit codes, as the help shows them.

pub(super) const EXAMPLES: &str = "\
Examples:
  de-an-06 extract article.html                  figures of one page: a table, or JSON in a pipe
  de-an-06 extract report.docx                   or a document of Word or LibreOffice
  de-an-06 extract pages/ -o figures.csv         every page of a folder into one file
  curl -s URL | de-an-06 extract -f jsonl        from standard input, one line a figure
  de-an-06 series pages/                         the same indicators side by side
  de-an-06 check article.html                    does the arithmetic of the article hold?
  de-an-06 diff old.html new.html                what changed between two versions?
  de-an-06 explain article.html                  what became of every number, and why
  de-an-06 lexicon lượt người                    which words the program knows";

pub(super) const EXTRACT_EXAMPLES: &str = "\
Examples:
  de-an-06 extract article.html
  de-an-06 extract pages/ -o figures.csv -o figures.json
  de-an-06 extract article.html -f csv --csv-dialect excel > figures.csv
  de-an-06 extract - --published 2023-05-11 < article.txt
  de-an-06 extract article.html --lexicon mine.toml
  de-an-06 extract crawl.warc.gz -o figures.csv --resume   begin, or go on where it was stopped";

pub(super) const SERIES_EXAMPLES: &str = "\
Examples:
  de-an-06 series 2021.html 2022.html 2023.html
  de-an-06 series reports/ -o series.csv
  de-an-06 series 2021.json figures.jsonl 2023.html   stored reports and pages together
  de-an-06 series reports/ --suggest names.toml   names that may mean the same, to be confirmed
  de-an-06 series reports/ --lexicon names.toml   with names that mean the same pinned
  de-an-06 series reports/ --long -o long.csv     a row a figure";

pub(super) const CHECK_EXAMPLES: &str = "\
Examples:
  de-an-06 check article.html                         every claim, and what came of it
  de-an-06 check pages/ --only contradictions         what does not hold alone
  de-an-06 check pages/ -o findings.html -o findings.csv
  de-an-06 check pages/ --accept-all accepted.toml    everything was looked at
  de-an-06 check pages/ --accept accepted.toml        only what is new fails";

pub(super) const CHECK_EXIT_CODES: &str = "\
Exit codes:
  0  every input was read, and every finding that is shown holds, cannot be told or is accepted
  1  some input failed, or a finding that is shown does not hold
  2  the command line makes no sense
  3  nothing could be read, or an output could not be written";

pub(super) const DIFF_EXAMPLES: &str = "\
Examples:
  de-an-06 diff old.html new.html                two versions of a page
  de-an-06 diff 2025/ 2026/ -o changes.html      two folders, as a page with both side by side
  de-an-06 diff stored.json pages/ -f json       a run that was stored, and the pages as they are now";

pub(super) const DIFF_EXIT_CODES: &str = "\
Exit codes:
  0  every input was read, and nothing differs
  1  something differs, or some input failed
  2  the command line makes no sense
  3  one of the versions could not be read, or an output could not be written";

pub(super) const LEXICON_EXAMPLES: &str = "\
Examples:
  de-an-06 lexicon                               how many words of each kind
  de-an-06 lexicon lượt người                    or: luot nguoi
  de-an-06 lexicon person_turn                   by the key of a unit or an indicator
  de-an-06 lexicon at_most                       by the class of a cue
  de-an-06 lexicon --lexicon mine.toml -f jsonl  every entry as data, your own first";

pub(super) const EXIT_CODES: &str = "\
Exit codes:
  0  every input was read
  1  some input failed, a check that was asked to hold did not, or two versions differ
  2  the command line makes no sense
  3  nothing could be read, or an output could not be written";
