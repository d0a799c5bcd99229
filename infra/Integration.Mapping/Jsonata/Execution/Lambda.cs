using Integration.Mapping.Jsonata.Functions;
using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>A function defined in the expression, with the context and variables of the place of its definition.</summary>
internal sealed class Lambda(string[] parameters, Signature? signature, Eval body, object? input, Frame closure) : Function
{
    public override int Arity => parameters.Length;

    public override object? Invoke(object?[] arguments, object? context, Frame frame)
    {
        var given = signature is null ? arguments : signature.Validate(arguments, context);
        var values = new object?[parameters.Length];
        Array.Copy(given, values, Math.Min(given.Length, values.Length));
        return body(input, new Frame(closure, parameters, values));
    }
}
