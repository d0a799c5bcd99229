namespace Integration.Mapping.Jsonata.Execution;

/// <summary>A compiled expression: from the context item and the variables to a value, C# null being undefined.</summary>
internal delegate object? Eval(object? input, Frame frame);
