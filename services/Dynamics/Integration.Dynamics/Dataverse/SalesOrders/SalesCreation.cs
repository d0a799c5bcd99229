using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Dynamics.Dataverse.Catalogue;
using Integration.Dynamics.Dataverse.Protocol;
using Integration.Dynamics.Protocol.Batch;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>
/// Makes an order: header and lines as one record by its alternate key, which must not be there, and its totals, in one change set. What Sales made of it is read back; what it could not price goes
/// on hold and to a person.
/// </summary>
internal sealed class SalesCreation(DataverseClient client, SalesStore store, SalesLookup lookup, LinkResolver links, SalesCatalogue catalogue, DynamicsSettings settings)
{
    /// <summary>The change set's calls.</summary>
    public IReadOnlyList<BatchCall> Calls(string reference, SalesDocument document, SalesLinks found)
    {
        var key = store.KeyOf(reference);
        var made = client.Creation(SalesStore.Orders, key, SalesBody.Order(document, found, settings));
        // What a change set has just made is named by its number where the key cannot be an address.
        var target = key.IsAddressable ? Addresses.Of(SalesStore.Orders, key) + Addresses.Options(new Shown(store.HeaderColumns), client.Tag) : "$1";
        return [made, new BatchCall(HttpMethod.Patch, target, SalesBody.Totals(document), new Dictionary<string, string> { ["If-Match"] = "*" })];
    }

    /// <summary>Makes it.</summary>
    public async Task<WriteOutcome> RunAsync(string reference, SalesDocument document, CancellationToken ct)
    {
        if (document.Problems.Count > 0) return new WriteOutcome.Rejected(document.Problems);
        var (found, unresolved) = await links.ResolveAsync(document, ct);
        if (found is null) return unresolved!;
        var answer = await client.BatchAsync(Calls(reference, document, found), ct);
        if (answer.Failure is { } failure) return await RefusedAsync(reference, document, failure, DataverseError.Of(answer.Refusal), ct);
        if (answer.Bodies[^1] is not { } header || new DataverseRecord(header).Id("salesorderid") is not { } id)
        {
            var (order, _) = await store.ReadAsync(reference, [], ct);
            return order is null ? Unread(reference) : await ComparedAsync(document, order, ct);
        }

        // A change's answer expands nothing.
        header["transactioncurrencyid"] = new JsonObject { ["isocurrencycode"] = document.Currency };
        var (lines, unread) = await store.LinesAsync(id, ct);
        return unread is not null ? Unread(reference) : await ComparedAsync(document, new StoredSale(new DataverseRecord(header), lines), ct);
    }

    private async Task<WriteOutcome> RefusedAsync(string reference, SalesDocument document, WriteOutcome failure, DataverseError error, CancellationToken ct)
    {
        switch (error.Code)
        {
            case ErrorCodes.DuplicateKey or ErrorCodes.DuplicateRecord:
                return await ResolveAsync(reference, document, failure, ct);
            case ErrorCodes.InvalidAddress:
                return SalesStore.KeyMissing(settings);
            case ErrorCodes.ObjectDoesNotExist or ErrorCodes.RecordNotFoundByKey:
                // Something that was found before is gone; the next attempt looks for it again.
                catalogue.Forget();
                return failure;
            default:
                return failure;
        }
    }

    private async Task<WriteOutcome> ResolveAsync(string reference, SalesDocument document, WriteOutcome rejected, CancellationToken ct) =>
        await lookup.FindAsync(reference, stored => SalesComparison.Differences(document, stored), [], ct) switch
        {
            LookOutcome.Same same => new WriteOutcome.AlreadyDone(same.Ref),
            LookOutcome.Different different => new WriteOutcome.Differs(different.Ref, different.Fields),
            // In Dataverse, and not yet in F&O.
            LookOutcome.Failed { Outcome: WriteOutcome.Rejected waiting } => new WriteOutcome.Unknown(waiting.Reasons[0].Message),
            LookOutcome.Failed failed => failed.Outcome,
            _ => rejected,
        };

    private async Task<WriteOutcome> ComparedAsync(SalesDocument document, StoredSale stored, CancellationToken ct)
    {
        var differences = SalesComparison.Differences(document, stored);
        if (stored.HasPricingErrors) await HoldAsync(stored, ct);
        if (SaleRef.Of(stored.Header, settings.HasDualWrite) is not { } link) return new WriteOutcome.Unknown(SalesLookup.Waiting(document.Reference).Reasons[0].Message);
        // What comes back to the lanes is F&O's order where dual-write is: its lines have other ids.
        return differences.Count > 0 ? new WriteOutcome.Differs(link, differences)
            : new WriteOutcome.Done(link, settings.HasDualWrite ? null : stored.Echo(settings));
    }

    // An order that goes out half priced is worse than one that waits. When this does not succeed, the order is named for a person all the same.
    private async Task HoldAsync(StoredSale stored, CancellationToken ct)
    {
        var held = new JsonObject { ["statuscode"] = SalesState.Pending };
        if (settings.HasDualWrite) held["msdyn_issalesprocessingstopped"] = true;
        await client.UpdateAsync(SalesStore.Orders, stored.Id, held, null, null, ct);
    }

    private static WriteOutcome.Unknown Unread(string reference) => new($"The order {reference} was written and cannot be read back now.");
}
