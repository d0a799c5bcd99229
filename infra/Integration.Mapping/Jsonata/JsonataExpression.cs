using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using Integration.Mapping.Jsonata.Compilation;
using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Paths;
using Integration.Mapping.Jsonata.Syntax;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata;

/// <summary>
/// A JSONata 2.x expression (https://docs.jsonata.org), parsed and compiled once, then evaluated as often as wanted and
/// by several threads at once. Numbers are <see cref="decimal"/>; differences to the JavaScript engine are in docs/jsonata.md.
/// </summary>
public sealed class JsonataExpression
{
    private readonly Eval _body;
    private readonly NodePath? _path;
    private readonly JsonataLimits _limits;

    private JsonataExpression(string text, Eval body, NodePath? path, JsonataLimits limits)
    {
        Text = text;
        _body = body;
        _path = path;
        _limits = limits;
    }

    /// <summary>The text it was compiled from.</summary>
    public string Text { get; }

    /// <summary>Parses and compiles.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="limits">Its bounds; <see cref="JsonataLimits.Default"/> if null.</param>
    /// <exception cref="JsonataException">The text is not an expression (S codes), or is too long or too deeply nested (U1001).</exception>
    public static JsonataExpression Compile(string text, JsonataLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        limits ??= JsonataLimits.Default;
        var shaped = Shaped(text, limits);
        return new JsonataExpression(text, CompileBody(shaped, limits), NodePath.Of(shaped, limits), limits);
    }

    /// <summary>Evaluates; null stands for JSON null and for no result alike (<see cref="TryEvaluate"/> tells them apart).</summary>
    /// <param name="input">The document, <c>$</c> and <c>$$</c> of the expression; it is not changed.</param>
    /// <param name="bindings">Values of variables, by name without the <c>$</c>.</param>
    /// <param name="clock">What <c>$now</c> and <c>$millis</c> read; the system's clock if null.</param>
    /// <param name="ct">Stops the evaluation.</param>
    /// <exception cref="JsonataException">The evaluation failed (T, D codes) or went beyond a limit (U codes).</exception>
    public JsonNode? Evaluate(
        JsonNode? input,
        IReadOnlyDictionary<string, JsonNode?>? bindings = null,
        TimeProvider? clock = null,
        CancellationToken ct = default)
    {
        TryEvaluate(input, out var result, bindings, clock, ct);
        return result;
    }

    /// <summary>As <see cref="Evaluate"/>; false if there is no result (<i>undefined</i>), true with a null result if it is JSON null.</summary>
    /// <inheritdoc cref="Evaluate"/>
    public bool TryEvaluate(
        JsonNode? input,
        out JsonNode? result,
        IReadOnlyDictionary<string, JsonNode?>? bindings = null,
        TimeProvider? clock = null,
        CancellationToken ct = default)
    {
        if (_path is not null && _path.TryEvaluate(input, ct, out var exists, out result))
            return exists;
        var found = EvaluateValue(NodeReader.Read(input), FrameWith(bindings, clock, ct));
        result = NodeWriter.Write(found, _limits);
        return found is not null and not Function;
    }

    /// <summary>Evaluates without any input: <c>$</c> is undefined, not null.</summary>
    internal bool TryEvaluateNothing(out JsonNode? result, IReadOnlyDictionary<string, JsonNode?>? bindings = null)
    {
        var found = EvaluateValue(null, FrameWith(bindings, null, CancellationToken.None));
        result = NodeWriter.Write(found, _limits);
        return found is not null and not Function;
    }

    internal static Eval CompileBody(string text, JsonataLimits limits) => CompileBody(Shaped(text, limits), limits);

    private static Node Shaped(string text, JsonataLimits limits) => Guarded(() => Shaper.Shape(Parser.Parse(text, limits)));

    private static Eval CompileBody(Node shaped, JsonataLimits limits) => Guarded(() => new Compiler(limits).Compile(shaped));

    private static T Guarded<T>(Func<T> compile)
    {
        try
        {
            return compile();
        }
        catch (InsufficientExecutionStackException)
        {
            throw new JsonataException("U1001");
        }
    }

    /// <summary>Evaluates over input that has been read already; it may be shared by many evaluations.</summary>
    internal object? EvaluateRead(object? input, TimeProvider? clock, CancellationToken ct) =>
        Normal(EvaluateValue(input, FrameWith(null, clock, ct)));

    /// <summary>Evaluates with the variables of the frame, <c>$$</c> included.</summary>
    internal object? EvaluateIn(object? input, Frame frame) => Normal(_body(input, frame));

    private static object? Normal(object? value) => value is decimal number ? NumberText.Normal(number) : value;

    /// <summary>Evaluates within a frame that may hold variables already.</summary>
    internal object? EvaluateValue(object? input, Frame frame)
    {
        frame.Bind("$", input);
        return _body(Wrapped(input), frame);
    }

    private Frame FrameWith(IReadOnlyDictionary<string, JsonNode?>? bindings, TimeProvider? clock, CancellationToken ct)
    {
        var frame = new Frame(new Run(_limits, clock ?? TimeProvider.System, ct));
        foreach (var (name, value) in bindings ?? ReadOnlyDictionary<string, JsonNode?>.Empty)
            frame.Bind(name, NodeReader.Read(value));
        return frame;
    }

    /// <summary>An array as the whole input is one item, not one per element.</summary>
    internal static object? Wrapped(object? input)
    {
        if (input is not ArrayValue { IsSequence: false } array)
            return input;
        var wrapper = new ArrayValue(1) { IsOuterWrapper = true };
        wrapper.Add(array);
        return wrapper;
    }
}
