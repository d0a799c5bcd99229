namespace Integration.Sandbox.Dynamics.Dataverse.Queries;

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
