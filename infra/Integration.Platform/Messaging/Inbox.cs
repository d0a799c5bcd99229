using Integration.Platform.Database;
using Microsoft.Extensions.Options;

namespace Integration.Platform.Messaging;

internal sealed class Inbox(TimeProvider clock, IOptions<MessagingOptions> options) : IInbox
{
    public async Task<bool> TakeAsync(IUnit unit, Receipt receipt, CancellationToken ct)
    {
        var id = receipt.MessageId.ToString();
        var taken = await unit.ExecuteAsync(
            "INSERT INTO inbox (queue, message_id, taken_at) VALUES (@queue, @id, @now) ON CONFLICT DO NOTHING",
            new { queue = receipt.Queue, id, now = clock.UnixMs() },
            ct);
        if (!options.Value.IsRabbitMq)
        {
            // Nothing but this row knows the message: it goes when the result is durable.
            await unit.ExecuteAsync(
                "DELETE FROM outbox WHERE id = @id AND queue = @queue", new { queue = receipt.Queue, id }, ct);
        }

        return taken == 1;
    }

    public async Task<bool> WasTakenAsync(IUnit unit, Receipt receipt, CancellationToken ct) =>
        await unit.FirstOrDefaultAsync<long>(
            "SELECT count(*) FROM inbox WHERE queue = @queue AND message_id = @id",
            new { queue = receipt.Queue, id = receipt.MessageId.ToString() },
            ct) > 0;
}
