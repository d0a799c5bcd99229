using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>A function with some of its arguments given already.</summary>
internal sealed class PartialFunction(Function function, object?[] arguments, bool[] open) : Function
{
    public override int Arity { get; } = open.Count(isOpen => isOpen);

    public override object? Invoke(object?[] arguments1, object? context, Frame frame)
    {
        var all = (object?[])arguments.Clone();
        var next = 0;
        for (var i = 0; i < all.Length; i++)
        {
            if (open[i])
                all[i] = next < arguments1.Length ? arguments1[next++] : null;
        }

        return Calls.Apply(function, all, context, frame);
    }
}
