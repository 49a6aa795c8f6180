//! Bytes of a saved page: which encoding, which tree, which metadata.
//!
//! A bad page is still a page: broken markup never fails. What fails is what is no page at all
//! (nothing, a picture), and the error says what was found.
