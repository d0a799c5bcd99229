using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary><c>first ~> second</c>.</summary>
internal sealed class ComposedFunction(Function first, Function second) : Function
{
    public override int Arity => 1;

    public override object? Invoke(object?[] arguments, object? context, Frame frame)
    {
        var between = Calls.Apply(first, [arguments.Length > 0 ? arguments[0] : null], null, frame);
        return Calls.Apply(second, [between], null, frame);
    }
}
