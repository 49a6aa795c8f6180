//! The lexicon as the build script has written it: tables that need no making ready.

use super::phrases::{Node, Phrases, Term};
use super::syllables::Syllables;
use super::{CueClass, List, Tables};
use std::borrow::Cow::Borrowed;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));
