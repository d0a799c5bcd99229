namespace Integration.Sandbox.OData;

/// <summary>One piece of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Word or sign as written.</param>
/// <param name="Value">A literal's value: string, decimal, bool, DateTimeOffset, Guid or null.</param>
internal sealed record Token(TokenKind Kind, string Text, object? Value = null);
