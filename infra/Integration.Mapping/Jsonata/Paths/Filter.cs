using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Paths;

/// <summary>What a predicate leaves of a value.</summary>
internal delegate object? Filter(object? input, Frame frame);
