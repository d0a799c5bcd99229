using System.Globalization;
using System.Text;
using Dapper;
using Integration.Platform.Database;
using Integration.Platform.Faults;

namespace Integration.Platform.Messaging;

/// <summary>The outbox rows of one unit of work, until its commit.</summary>
internal sealed class PendingRows
{
    private const int RowsPerStatement = 100;
    private readonly List<OutboxRow> _rows = [];

    /// <summary>The rows that were written and that this process may send at once.</summary>
    public List<OutboxRow> Written { get; } = [];

    public void Add(OutboxRow row) => _rows.Add(row);

    public async Task DropTimerAsync(IUnit unit, string timerKey, CancellationToken ct)
    {
        _rows.RemoveAll(row => row.TimerKey == timerKey);
        await unit.ExecuteAsync("DELETE FROM outbox WHERE timer_key = @timerKey", new { timerKey }, ct);
    }

    public async Task WriteAsync(IUnit unit, CancellationToken ct)
    {
        if (Defects.Has(Defects.OutboxOff))
        {
            Written.AddRange(_rows.Where(row => row.IsClaimed));
            _rows.RemoveAll(row => row.IsClaimed);
        }

        foreach (var batch in _rows.Chunk(RowsPerStatement))
        {
            await WriteAsync(unit, batch, ct);
        }

        _rows.Clear();
    }

    private async Task WriteAsync(IUnit unit, OutboxRow[] batch, CancellationToken ct)
    {
        var sql = new StringBuilder(
            "INSERT INTO outbox (id, queue, message_type, body, correlation_id, traceparent, tracestate, timer_key, created_at, due_at, attempts) VALUES ");
        var args = new DynamicParameters();
        for (var i = 0; i < batch.Length; i++)
        {
            sql.Append(i == 0 ? "" : ", ").Append(
                CultureInfo.InvariantCulture, $"(@i{i}, @q{i}, @m{i}, @b{i}, @c{i}, @p{i}, @s{i}, @k{i}, @w{i}, @d{i}, @a{i})");
            var row = batch[i];
            args.Add($"i{i}", row.Id);
            args.Add($"q{i}", row.Queue);
            args.Add($"m{i}", row.MessageType);
            args.Add($"b{i}", row.Body);
            args.Add($"c{i}", row.CorrelationId);
            args.Add($"p{i}", row.TraceParent);
            args.Add($"s{i}", row.TraceState);
            args.Add($"k{i}", row.TimerKey);
            args.Add($"w{i}", row.CreatedAt);
            args.Add($"d{i}", row.DueAt);
            args.Add($"a{i}", row.Attempts);
        }

        // A second row with an id that still waits is the same message.
        sql.Append(" ON CONFLICT (id) DO NOTHING");
        await unit.ExecuteAsync(sql.ToString(), args, ct);
        Written.AddRange(batch.Where(row => row.IsClaimed));
    }
}
