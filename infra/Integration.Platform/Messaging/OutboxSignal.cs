using System.Threading.Channels;

namespace Integration.Platform.Messaging;

/// <summary>
/// From committed units to the relay. Bounded: when the relay cannot keep up (broker down), rows are left to its poll.
/// </summary>
internal sealed class OutboxSignal
{
    private readonly Channel<OutboxRow> _rows = Channel.CreateBounded<OutboxRow>(
        new BoundedChannelOptions(4096) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });

    public ChannelReader<OutboxRow> Rows => _rows.Reader;

    public void Announce(List<OutboxRow> rows)
    {
        foreach (var row in rows)
        {
            _rows.Writer.TryWrite(row);
        }
    }
}
