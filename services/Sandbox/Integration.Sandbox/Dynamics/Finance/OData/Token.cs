namespace Integration.Sandbox.Dynamics.Finance.OData;

/// <summary>A word of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a quoted text without the quotes.</param>
/// <param name="Type">Of an enumeration's member, the name of the enumeration.</param>
internal readonly record struct Token(TokenKind Kind, string Text, string Type = "");
