using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>A key and a value of an object constructor.</summary>
internal sealed record GroupPair(Eval Key, Eval Value);
