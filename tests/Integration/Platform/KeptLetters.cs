using System.Collections.Concurrent;
using Integration.Platform.Messaging;

namespace Integration.Tests.Integration.Platform;

public sealed class KeptLetters : IDeadLetterSink
{
    public ConcurrentDictionary<(string Queue, Guid Id), DeadLetter> All { get; } = new();

    public int Stored { get; private set; }

    public Task StoreAsync(DeadLetter letter, CancellationToken ct)
    {
        Stored++;
        All[(letter.Queue, letter.MessageId)] = letter;
        return Task.CompletedTask;
    }
}
