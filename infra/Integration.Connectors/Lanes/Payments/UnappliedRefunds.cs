using System.Text.Json;
using Integration.Contracts.Erp;
using Integration.Contracts.Records;
using Integration.Contracts.Routing;
using Integration.Contracts.Serialization;
using Integration.Platform.Database;
using Integration.Platform.Messaging;

namespace Integration.Connectors.Lanes.Payments;

/// <summary>
/// Refunds that are in the ERP and give nothing back yet. Each is kept on its tie as the command that tries once more: a person sends it from the attention list,
/// and a credit memo of the order does by itself.
/// </summary>
internal sealed class UnappliedRefunds(IOutbox outbox)
{
    /// <summary>The command that looks again for what the refund can be applied to.</summary>
    public static PostPayment Again(PostPayment command) => command with { Attempt = command.Attempt + 1 };

    /// <summary>As kept on the tie.</summary>
    public static string Text(PostPayment command) => JsonSerializer.Serialize(Again(command), ContractsJson.Options);

    /// <summary>The ERP shows a credit memo of this order.</summary>
    public async Task TryAgainAsync(IUnit unit, string pair, string orderNumber, CancellationToken ct)
    {
        var kept = await unit.ListAsync<string>(
            "SELECT base FROM link WHERE scope = @pair AND entity = @entity AND storefront_number = @orderNumber AND base <> ''",
            new { pair, entity = Entities.Payment, orderNumber }, ct);
        foreach (var text in kept)
        {
            await outbox.EnqueueAsync(unit, Queues.Write(pair, LaneNames.Payments), JsonSerializer.Deserialize<PostPayment>(text, ContractsJson.Options)!, ct);
        }
    }
}
