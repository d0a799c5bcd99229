namespace Integration.Sandbox.OData;

/// <summary>Kinds of pieces of a filter.</summary>
internal enum TokenKind
{
    Word,
    Literal,
    Open,
    Close,
    OpenList,
    CloseList,
    Comma,
    Equals,
    End,
}
