using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Contracts.Orders;
using Integration.Contracts.Records;
using Integration.Platform.Database;
using Integration.Platform.Faults;

namespace Integration.Connectors.Lanes.Orders;

/// <summary>Finds or creates the ERP's customer of an order, once per e-mail over all shops of the ERP.</summary>
internal sealed class CustomerOnErp(IDatabase database, EffectRunner effects, LinkStore links, EmailHash emails)
{
    /// <summary>The customer's ERP id, or why there is none yet.</summary>
    public async Task<CustomerResult> ResolveAsync(Connected connected, IErp erp, Order order, CancellationToken ct)
    {
        if (order.Customer.IsGuest && erp.Customers.GuestCustomer is { } guest && connected.Pair(order.Key.Pair)?.Lanes.Customers?.GuestsByEmail != true) return new CustomerResult(guest);
        var scope = LookKey.OfConnection(connected.Name);
        var (hash, link) = await database.TransactAsync(
            async (unit, token) =>
            {
                var key = await emails.OfAsync(unit, order.Customer.Email, token);
                return (key, await LinkStore.OfStorefrontAsync(unit, scope, Entities.Customer, key, token));
            },
            ct);
        if (link is not null) return new CustomerResult(link.ErpId);
        RecordRef? customer = null;
        var run = await effects.RunAsync(
            new EffectIntent
            {
                Key = EffectKey.ToCreate(connected.Name, Entities.Customer, hash),
                Subject = "",
                CallTime = connected.Definition.Deadline * 3,
                QuietTime = erp.LongestLateCommit,
                Epoch = connected.Epoch,
                Look = token => erp.Customers.FindAsync(order, token),
                Write = async token =>
                {
                    var outcome = await erp.Customers.CreateAsync(order, token);
                    CrashPoints.Hit("after-customer-create");
                    return outcome;
                },
            },
            async (unit, outcome, token) =>
            {
                customer = outcome switch
                {
                    WriteOutcome.Done done => done.Ref,
                    WriteOutcome.AlreadyDone done => done.Ref,
                    _ => null,
                };
                if (customer is not null)
                {
                    await links.StoreAsync(unit, new Link
                    {
                        Scope = scope, Entity = Entities.Customer, StorefrontId = hash, Connection = connected.Name,
                        ErpId = customer.Id, ErpNumber = customer.Number,
                    }, token);
                }
            },
            ct);
        return new CustomerResult(customer?.Id, run);
    }

    /// <summary>Only looks, for pairs that observe: the id, or null when the customer would be created.</summary>
    public static async Task<(string? Id, WriteOutcome? Failure)> FindAsync(IErp erp, Order order, CancellationToken ct) =>
        order.Customer.IsGuest && erp.Customers.GuestCustomer is { } guest
            ? (guest, null)
            : await erp.Customers.FindAsync(order, ct) switch
            {
                LookOutcome.Same same => (same.Ref.Id, null),
                LookOutcome.Different different => (different.Ref.Id, null),
                LookOutcome.Failed failed => (null, failed.Outcome),
                _ => (null, null),
            };
}
