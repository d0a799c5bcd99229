using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api54.Customers.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Customers;

namespace Integration.XCart.Api54.Customers;

/// <summary>
/// Reads accounts in two calls: the default schema tells accounts from guests, orders' copies and administrators, the complex one has the addresses.
/// Profiles have no change stamp and no condition for one, so that all of them are listed.
/// </summary>
internal sealed class CustomerReader(RestApi shop, int pageSize)
{
    private const string Entity = "profile";

    public async Task<ReadOutcome<Customer>> ReadAsync(string id, CancellationToken ct)
    {
        if (ShopPath.Of(Entity, id) is not { } path) return Unreadable("An X-Cart profile id is a positive whole number.");
        switch (await shop.ReadAsync<StoredAccount>(path, Schema.Default, ct))
        {
            case ShopAnswer<StoredAccount>.Given { Value.IsAccount: false }:
                return new ReadOutcome<Customer>.NotReady("This is a guest's, an order's or an administrator's profile.", Ignore: true);
            case ShopAnswer<StoredAccount>.Given stored:
                return await shop.ReadAsync<ShownAccount>(path, Schema.Complex, ct) switch
                {
                    ShopAnswer<ShownAccount>.Given shown when shown.Value.Login == stored.Value.Login => CanonicalCustomer.Read(Joined(stored.Value, shown.Value)),
                    ShopAnswer<ShownAccount>.Failed failed => Failed(failed.Outcome),
                    // Deleted or given another e-mail between the calls.
                    _ => new ReadOutcome<Customer>.NotReady("The account changed while it was read.", Ignore: false),
                };
            case ShopAnswer<StoredAccount>.Failed failed:
                return Failed(failed.Outcome);
            default:
                return new ReadOutcome<Customer>.NotFound();
        }
    }

    /// <summary>Reads one page, from 1.</summary>
    public async Task<CrawlPage> PageAsync(int page, CancellationToken ct)
    {
        var (profiles, last, failure) = await ProfilesAsync(page, ct);
        return failure is not null ? new CrawlPage.Failed(failure) : new CrawlPage.Read([.. profiles.Select(CanonicalCustomer.Crawled).OfType<CrawledRecord>()], last);
    }

    /// <summary>Reads one page, from 1, for a reconciliation: when an account was made stands only beside its addresses.</summary>
    public async Task<AccountPage> AccountsAsync(int page, CancellationToken ct)
    {
        var (profiles, last, failure) = await ProfilesAsync(page, ct);
        return new AccountPage([.. profiles.Select(profile => new ListedAccount($"{profile.Id}", profile.Login ?? "", profile.AddedAt))], last, failure);
    }

    private async Task<(IReadOnlyList<ShopProfile> Profiles, bool Last, WriteOutcome? Failure)> ProfilesAsync(int page, CancellationToken ct)
    {
        var conditions = Conditions.Accounts((page - 1) * pageSize, pageSize);
        var stored = await shop.ListAsync<StoredAccount>(Entity, conditions, ct);
        if (stored is ShopAnswer<IReadOnlyList<StoredAccount>>.Failed failed) return ([], false, failed.Outcome);
        if (stored is not ShopAnswer<IReadOnlyList<StoredAccount>>.Given { Value: { Count: > 0 } rows }) return ([], true, null);
        var shown = await shop.ListComplexAsync<ShownAccount>(Entity, conditions, ct);
        if (shown is ShopAnswer<IReadOnlyList<ShownAccount>>.Failed broken) return ([], false, broken.Outcome);
        var views = shown is ShopAnswer<IReadOnlyList<ShownAccount>>.Given given ? given.Value.ToDictionary(view => view.Id) : [];
        // A shop that ignores the conditions gives everything at once. A row that moved over the page's edge between the calls is on the next page.
        return ([.. rows.Where(row => row.IsAccount && views.ContainsKey(row.Id)).Select(row => Joined(row, views[row.Id]))], rows.Count != pageSize, null);
    }

    private static ShopProfile Joined(StoredAccount stored, ShownAccount shown) => new()
    {
        Id = stored.Id,
        Login = stored.Login,
        Status = stored.Status,
        Language = stored.Language,
        Membership = shown.Membership,
        AddedAt = shown.AddedAt,
        Addresses = [.. shown.Addresses.Select(address => new ProfileAddress(address.ToShop(), address.IsBilling, address.IsShipping))],
    };

    private static ReadOutcome<Customer> Failed(WriteOutcome outcome) => outcome is WriteOutcome.Rejected rejected
        ? new ReadOutcome<Customer>.Unreadable(rejected.Reasons)
        : new ReadOutcome<Customer>.Failed(outcome);

    private static ReadOutcome<Customer>.Unreadable Unreadable(string message) => new([new Reason("id", message)]);
}
