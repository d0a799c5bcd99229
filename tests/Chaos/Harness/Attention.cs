namespace Integration.Tests.Chaos.Harness;

/// <summary>An entry of the attention list.</summary>
internal sealed record Attention(string Class, string Pair, string RecordId, string Number, int Times, string Reasons);
