namespace Integration.Tests.Integration.Security;

/// <summary>A hint that must be refused.</summary>
/// <param name="What">What is wrong with it.</param>
/// <param name="Pair">Where it is sent.</param>
/// <param name="Headers">Its headers, each on a line of its own.</param>
/// <param name="Body">Its body.</param>
internal sealed record ForgedHint(string What, string Pair, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body);
