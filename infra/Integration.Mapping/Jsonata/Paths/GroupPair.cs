using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>A key and a value of an object constructor. <paramref name="Name"/> is the key if it is written out.</summary>
internal sealed record GroupPair(Eval Key, string? Name, Eval Value);
