namespace Integration.Mapping.Jsonata;

/// <summary>
/// The bounds within which one expression is parsed and evaluated. An expression that would go beyond one fails
/// with <see cref="JsonataException"/> code <c>U1001</c> (steps, depth, time of a regular expression) or
/// <c>U1002</c> (output); it never takes the process down.
/// </summary>
public sealed record JsonataLimits
{
    /// <summary>The bounds used where none are given.</summary>
    public static JsonataLimits Default { get; } = new();

    /// <summary>Longest expression text, in UTF-16 characters.</summary>
    public int MaxExpressionLength { get; init; } = 100_000;

    /// <summary>Deepest nesting of the parsed expression; a chain of n operators counts n.</summary>
    public int MaxNesting { get; init; } = 1_000;

    /// <summary>Steps of one evaluation: every function call and every item a path, predicate or sort looks at is one.</summary>
    public long MaxSteps { get; init; } = 2_000_000;

    /// <summary>Deepest nesting of function calls; calls in tail position do not nest.</summary>
    public int MaxDepth { get; init; } = 500;

    /// <summary>Array items and string characters that one evaluation may create, intermediate ones included, and the most JSON nodes a result may have.</summary>
    public long MaxOutput { get; init; } = 1_000_000;

    /// <summary>Longest time one match of a regular expression may take.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(250);
}
