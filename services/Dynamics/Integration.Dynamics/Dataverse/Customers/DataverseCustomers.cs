using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;
using Integration.Contracts.Orders;

namespace Integration.Dynamics.Dataverse.Customers;

/// <summary>Finds and creates the accounts of orders.</summary>
internal sealed class DataverseCustomers(AccountStore store, string? guest) : IErpCustomers
{
    /// <inheritdoc />
    public string? GuestCustomer => guest;

    /// <inheritdoc />
    public async Task<LookOutcome> FindAsync(Order order, CancellationToken ct)
    {
        var (found, failure) = await store.WithAsync(AccountColumns.Email, order.Customer.NormalisedEmail, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        return found switch
        {
            [] => new LookOutcome.NotFound(),
            [var only] when AccountReading.IsActive(only) => new LookOutcome.Same(AccountReading.Ref(only)),
            [var only] => new LookOutcome.Different(AccountReading.Ref(only), [new Reason(AccountColumns.State, $"The account {AccountReading.Ref(only).Number} is inactive in Dataverse.")]),
            var several => new LookOutcome.Different(AccountReading.Ref(several[0]),
                [new Reason(AccountColumns.Email, $"Several accounts have this e-mail address: {string.Join(", ", several.Select(account => AccountReading.Ref(account).Number))}.")]),
        };
    }

    /// <inheritdoc />
    public async Task<WriteOutcome> CreateAsync(Order order, CancellationToken ct)
    {
        var document = AccountMapping.Of(order);
        if (AccountColumns.Problems(document) is { Count: > 0 } problems) return new WriteOutcome.Rejected(problems);
        var (account, isNew, failure) = await store.MakeAsync(document, ct);
        if (failure is not null) return failure;
        var reference = AccountReading.Ref(account!.Value);
        if (!isNew) return new WriteOutcome.AlreadyDone(reference);
        return AccountStore.Same(account.Value.Text(AccountColumns.Email), order.Customer.NormalisedEmail)
            ? new WriteOutcome.Done(reference, new JsonObject { [AccountColumns.Id] = reference.Id }.ToJsonString())
            : new WriteOutcome.Differs(reference, [AccountStore.NoEmail()]);
    }
}
