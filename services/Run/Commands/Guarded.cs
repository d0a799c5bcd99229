using Integration.LocalServers;
using Integration.Run.Stack;

namespace Integration.Run.Commands;

/// <summary>Turns what a person can mend into plain words and an exit code; anything else keeps its stack trace.</summary>
internal static class Guarded
{
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception failure) when (failure is StackException or ServerFailedException or InvalidDataException or Connectors.Pairs.PairFileException)
        {
            await Error.WriteLineAsync(failure.Message);
            return 2;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }
}
