"""Reading WordprocessingML packages (.docx, .docm, .dotx; transitional and Strict) in one walk over lxml's tree."""
