using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>A built-in function. Its body gets one argument per parameter of the signature, undefined where none was given.</summary>
internal sealed class NativeFunction(string signature, Func<object?[], Frame, object?> body) : Function
{
    private readonly Signature _signature = Signature.Parse(signature, 0);

    public override int Arity => _signature.Required;

    public override object? Invoke(object?[] arguments, object? context, Frame frame) =>
        body(_signature.Validate(arguments, context), frame);
}
