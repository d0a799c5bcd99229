using Integration.Connectors.Connections;
using Integration.Connectors.Effects;
using Integration.Connectors.Links;
using Integration.Connectors.Looks;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Connectors.Privacy;
using Integration.Connectors.TwoWay;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.Platform.Database;

namespace Integration.Connectors.Lanes.Customers;

/// <summary>
/// Finds the ERP's customer of an account: by what was agreed, by the tie that orders made, by e-mail. Several of one e-mail, and one that is like only by its
/// telephone number, are for a person to sort out.
/// </summary>
internal sealed class CustomerMatching(IDatabase database, TwoWayStore store, EmailHash emails, OwnClaims own, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    /// <summary>Looks for it; makes nothing.</summary>
    public async Task<CustomerMatch> FindAsync(Connected connected, Comparison comparison, CancellationToken ct)
    {
        if (comparison.Record.ErpId.Length > 0) return new CustomerMatch.Known(comparison.Record.ErpId);
        if (comparison.Account is not { } account) return new CustomerMatch.None("The storefront has not told of the account yet.");
        if (await LinkedAsync(connected, account, ct) is { } linked) return await UnlessTakenAsync(comparison, linked, ct);
        var found = await comparison.Records.WithEmailAsync(account.NormalisedEmail, ct);
        if (found.Failure is { } failure) return Failed(failure);
        return found.Customers switch
        {
            // Seen before its making is stored, it would be met as a stranger's, with nothing agreed.
            [_] when await IsBeingMadeAsync(connected, account, ct) => new CustomerMatch.Later(new EffectRun.Postponed(time.GetUtcNow() + Soon, "The ERP's customer is being made.")),
            [var only] => await UnlessTakenAsync(comparison, only.Id, ct),
            [] => await NewAsync(comparison, account, ct),
            var several => Doubtful("email", $"Several customers of the ERP have the account's e-mail address: {Names(several)}.",
                "Leave the address with one of them, or merge them in the ERP, then retry."),
        };
    }

    /// <summary>The keyed hash by which orders and accounts of one person are tied.</summary>
    public Task<string> HashAsync(IUnit unit, string email, CancellationToken ct) => emails.OfAsync(unit, email, ct);

    /// <summary>The answer to a question that could not be asked.</summary>
    public CustomerMatch Failed(WriteOutcome failure) => failure is WriteOutcome.Rejected rejected
        ? new CustomerMatch.Doubtful(rejected.Reasons, "Mend the cause, then retry.")
        : new CustomerMatch.Later(new EffectRun.Postponed(time.GetUtcNow() + Soon, "The ERP could not be asked.", failure));

    private async Task<CustomerMatch> NewAsync(Comparison comparison, Customer account, CancellationToken ct)
    {
        var asked = comparison.Cause == FoundBy.Operator;
        if (!comparison.Pair.Lanes.Customers!.ToErp) return new CustomerMatch.None("The ERP has no customer with this e-mail address, and the pair makes none there.");
        if (account.CreatedAt < comparison.Pair.From && !asked)
            return new CustomerMatch.None("The account is older than the pair's 'from' and the ERP has no customer with its e-mail address: it is made by its first order, or when it is read again by hand.");
        // A retry is the person's answer that it is somebody else.
        if (account.Phone.Trim().Length == 0 || asked) return new CustomerMatch.New();
        var alike = await comparison.Records.WithPhoneAsync(account.Phone, ct);
        if (alike.Failure is { } failure) return Failed(failure);
        return alike.Customers.Count == 0 ? new CustomerMatch.New() : Doubtful("phone",
            $"No customer of the ERP has the account's e-mail address, but its telephone number is that of {Names(alike.Customers)}.",
            "If it is the same person, give that customer the e-mail address in the ERP; if not, leave it. Then retry: without the address a new customer is made.");
    }

    private async Task<string?> LinkedAsync(Connected connected, Customer account, CancellationToken ct) =>
        (await database.TransactAsync(async (unit, token) => await TieAsync(unit, connected, await HashAsync(unit, account.Email, token), token), ct))?.ErpId;

    private static Task<Link?> TieAsync(IUnit unit, Connected connected, string hash, CancellationToken ct) =>
        LinkStore.OfStorefrontAsync(unit, LookKey.OfConnection(connected.Name), Entities.Customer, hash, ct);

    // Or was since we looked for its tie.
    private Task<bool> IsBeingMadeAsync(Connected connected, Customer account, CancellationToken ct) => database.TransactAsync(async (unit, token) =>
    {
        var hash = await HashAsync(unit, account.Email, token);
        return await EffectStore.FindAsync(unit, EffectKey.ToCreate(connected.Name, Entities.Customer, hash), token) is { } making
            && (own.IsAlive(making, connected.Epoch, time.UnixMs()) || await TieAsync(unit, connected, hash, token) is not null);
    }, ct);

    private async Task<CustomerMatch> UnlessTakenAsync(Comparison comparison, string erpId, CancellationToken ct)
    {
        var other = await database.ReadAsync((unit, token) => store.OfErpAsync(unit, comparison.Pair.Name, Entities.Customer, erpId, token), ct);
        return other is null || other.Id == comparison.Record.Id
            ? new CustomerMatch.Known(erpId)
            : Doubtful("email", $"The ERP's customer {erpId} belongs to account {other.Id} already.", "Give one of the accounts another e-mail address, or separate the customers in the ERP, then retry.");
    }

    private static string Names(IReadOnlyList<ErpCustomer> customers) => string.Join(", ", customers.Select(customer => customer.Number));

    private static CustomerMatch.Doubtful Doubtful(string field, string message, string advice) => new([new Reason(field, message)], advice);
}
