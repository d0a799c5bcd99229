using Integration.Mapping.Jsonata.Values;

namespace Integration.Mapping.Jsonata.Execution;

/// <summary>Applying functions.</summary>
internal static class Calls
{
    public static object? Apply(Function function, object?[] arguments, object? context, Frame frame)
    {
        frame.Run.Enter();
        try
        {
            var result = function.Invoke(arguments, context, frame);
            while (result is TailCall next)
                result = Follow(next, frame);
            return result;
        }
        finally
        {
            frame.Run.Leave();
        }
    }

    private static object? Follow(TailCall next, Frame frame)
    {
        frame.Run.Step();
        try
        {
            return next.Function.Invoke(next.Arguments, next.Context, frame);
        }
        catch (JsonataException failure) when (failure.Locate(next.Position, next.Token))
        {
            throw;
        }
    }
}
