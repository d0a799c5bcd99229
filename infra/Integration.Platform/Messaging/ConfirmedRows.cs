using System.Threading.Channels;

namespace Integration.Platform.Messaging;

/// <summary>
/// Forgets what the broker confirmed, many rows per statement and commit: rows that are waited for a moment too long cost nothing, since they rest
/// for seconds and the inbox drops what is sent again after a crash.
/// </summary>
internal sealed class ConfirmedRows(OutboxStore store, TimeProvider clock)
{
    private const int MostPerStatement = 1000;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(25);

    private readonly Channel<string> _ids = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    public void Add(IEnumerable<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            _ids.Writer.TryWrite(row.Id);
        }
    }

    /// <summary>No more will come: what is there is still deleted.</summary>
    public void Complete() => _ids.Writer.Complete();

    /// <summary>Deletes until <see cref="Complete"/>; not cancelled by stopping, for what is confirmed should not be sent again.</summary>
    /// <param name="guard">Runs one statement and tells what went wrong.</param>
    public async Task DeleteAsync(Func<Func<Task>, Task> guard)
    {
        while (await _ids.Reader.WaitToReadAsync())
        {
            await Task.WhenAny(Task.Delay(Gathering, clock), _ids.Reader.Completion);
            var ids = new List<string>();
            while (ids.Count < MostPerStatement && _ids.Reader.TryRead(out var id))
            {
                ids.Add(id);
            }

            await guard(() => store.DeleteAsync(ids, CancellationToken.None));
        }
    }
}
