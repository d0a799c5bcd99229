using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>A call in tail position, handed back to the caller so that recursion does not grow the stack.</summary>
internal sealed record TailCall(Function Function, object?[] Arguments, object? Context, int Position, string? Token);
