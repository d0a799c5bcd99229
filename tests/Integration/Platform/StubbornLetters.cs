using Integration.Platform.Messaging;

namespace Integration.Tests.Integration.Platform;

/// <summary>A sink that fails the first times.</summary>
public sealed class StubbornLetters(int failures) : IDeadLetterSink
{
    private int _calls;

    public int Stored { get; private set; }

    public Task StoreAsync(DeadLetter letter, CancellationToken ct)
    {
        if (Interlocked.Increment(ref _calls) <= failures)
        {
            throw new IOException("The database is away.");
        }

        Stored++;
        return Task.CompletedTask;
    }
}
