using Integration.Mapping.Jsonata.Execution;

namespace Integration.Mapping.Jsonata.Functions;

/// <summary><c>$eval</c>: within the limits and with the variables of the expression that calls it.</summary>
internal static class Evaluation
{
    public static object? Eval(object?[] a, Frame frame)
    {
        if (a[0] is not string text)
            return null;
        Eval body;
        try
        {
            frame.Run.Charge(text.Length);
            body = JsonataExpression.CompileBody(text, frame.Run.Limits);
        }
        catch (JsonataException failure) when (failure.Code.StartsWith('S'))
        {
            throw new JsonataException("D3120", token: failure.Code);
        }

        try
        {
            return Sequences.Unwrap(body(JsonataExpression.Wrapped(a[1]), new Frame(frame)));
        }
        catch (JsonataException failure) when (!failure.Code.StartsWith('U'))
        {
            throw new JsonataException("D3121", token: failure.Code);
        }
    }
}
