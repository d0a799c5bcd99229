using Integration.Mapping.Jsonata.Execution;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary>A built-in function. Its body gets one argument per parameter of the signature, undefined where none was given.</summary>
internal sealed class NativeFunction(string signature, Func<object?[], Frame, object?> body) : Function
{
    private readonly Signature _signature = Signature.Parse(signature, 0);

    public override int Arity => _signature.Required;

    public override object? Invoke(object?[] arguments, object? context, Frame frame)
    {
        foreach (var argument in arguments)
            frame.Run.Step(EffortOf(argument));
        return body(_signature.Validate(arguments, context), frame);
    }

    private static long EffortOf(object? argument) => argument switch
    {
        ArrayValue array => array.Count,
        string text => text.Length / 32,
        _ => 0,
    };
}
