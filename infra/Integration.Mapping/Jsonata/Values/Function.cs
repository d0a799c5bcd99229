using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Values;

/// <summary>A function as a value: built in, defined in the expression, or made of others.</summary>
internal abstract class Function
{
    /// <summary>How many arguments it takes; decides what the higher-order functions hand it.</summary>
    public abstract int Arity { get; }

    /// <summary>Runs it once. May return a <see cref="TailCall"/>, which <see cref="Calls.Apply"/> follows.</summary>
    public abstract object? Invoke(object?[] arguments, object? context, Frame frame);
}
