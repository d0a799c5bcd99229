using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.XCart.Api;
using Integration.XCart.Api55.Customers.Wire;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Customers;
using Integration.XCart.Setup;

namespace Integration.XCart.Api55.Customers;

/// <summary>
/// Reads accounts: the profile, then its addresses. The API cannot tell which profiles changed, and shows guests' rows among them; taken is that a row
/// which never logged in is a guest's, unless the pair file says otherwise.
/// </summary>
internal sealed class CustomerReader(PlatformApi shop, XCartSettings settings)
{
    // Each account costs a call for its addresses.
    private const int Size = 20;

    private const int ListSize = PlatformApi.LargestPage;

    private readonly Memberships _memberships = new(shop);

    public async Task<ReadOutcome<Customer>> ReadAsync(PairDefinition pair, string id, bool known, CancellationToken ct)
    {
        if (ShopId.Of(id) is not { } number) return new ReadOutcome<Customer>.Unreadable([new Reason("id", "An X-Cart profile id is a positive whole number.")]);
        return await shop.ReadAsync<ProfileOutput>($"profiles/{number}", ct) switch
        {
            ShopAnswer<ProfileOutput>.Failed failed => Failed(failed.Outcome),
            ShopAnswer<ProfileOutput>.Given given when !IsAccount(given.Value) && !(known && given.Value.AccessLevel == 0) => new ReadOutcome<Customer>.NotReady("This is a guest's or an administrator's profile.", Ignore: true),
            ShopAnswer<ProfileOutput>.Given given => await WholeAsync(given.Value, pair, ct) switch
            {
                ShopAnswer<ShopProfile>.Given whole => CanonicalCustomer.Read(whole.Value),
                ShopAnswer<ShopProfile>.Failed failed => Failed(failed.Outcome),
                // Deleted between the calls: the next look finds it gone.
                _ => new ReadOutcome<Customer>.NotReady("The account changed while it was read.", Ignore: false),
            },
            _ => new ReadOutcome<Customer>.NotFound(),
        };
    }

    /// <summary>Reads one page, from 1.</summary>
    public async Task<CrawlPage> PageAsync(PairDefinition pair, int page, CancellationToken ct)
    {
        var answer = await shop.PageAsync<ProfileOutput>("profiles", "", page, Size, ct);
        if (answer is ShopAnswer<IReadOnlyList<ProfileOutput>>.Failed failed) return new CrawlPage.Failed(failed.Outcome);
        var rows = answer is ShopAnswer<IReadOnlyList<ProfileOutput>>.Given given ? given.Value : [];
        var records = new List<CrawledRecord>();
        foreach (var row in rows.Where(IsAccount))
        {
            var whole = await WholeAsync(row, pair, ct);
            if (whole is ShopAnswer<ShopProfile>.Failed broken) return new CrawlPage.Failed(broken.Outcome);
            if (whole is ShopAnswer<ShopProfile>.Given account && CanonicalCustomer.Crawled(account.Value) is { } record) records.Add(record);
        }

        return new CrawlPage.Read(records, rows.Count < Size);
    }

    /// <summary>Reads one page, from 1, for a reconciliation: one call.</summary>
    public async Task<AccountPage> AccountsAsync(int page, CancellationToken ct)
    {
        var answer = await shop.PageAsync<ProfileOutput>("profiles", "", page, ListSize, ct);
        if (answer is ShopAnswer<IReadOnlyList<ProfileOutput>>.Failed failed) return new AccountPage([], Last: false, failed.Outcome);
        var rows = answer is ShopAnswer<IReadOnlyList<ProfileOutput>>.Given given ? given.Value : [];
        return new AccountPage([.. rows.Where(IsAccount).Select(row => new ListedAccount($"{row.Id}", row.Login ?? "", row.CreatedAt))], rows.Count < ListSize);
    }

    private bool IsAccount(ProfileOutput profile) => profile.AccessLevel == 0 && (profile.EverLoggedIn || !settings.GuestsByLogin);

    private async Task<ShopAnswer<ShopProfile>> WholeAsync(ProfileOutput profile, PairDefinition pair, CancellationToken ct)
    {
        var addresses = await shop.AllAsync<AddressOutput>($"profiles/{profile.Id}/addresses", ct);
        if (addresses is ShopAnswer<IReadOnlyList<AddressOutput>>.Failed failed) return new ShopAnswer<ShopProfile>.Failed(failed.Outcome, failed.Status);
        if (addresses is not ShopAnswer<IReadOnlyList<AddressOutput>>.Given given) return new ShopAnswer<ShopProfile>.Absent();
        var membership = await _memberships.NameAsync(profile.MembershipId, ct);
        if (membership is ShopAnswer<string>.Failed unknown) return new ShopAnswer<ShopProfile>.Failed(unknown.Outcome, unknown.Status);
        return new ShopAnswer<ShopProfile>.Given(
            new ShopProfile
            {
                Id = profile.Id,
                Login = profile.Login,
                Status = profile.Status,
                Language = profile.Language,
                Membership = (membership as ShopAnswer<string>.Given)?.Value,
                AddedAt = profile.CreatedAt,
                Addresses = [.. given.Value.Select(address => new ProfileAddress(address.ToShop(pair), address.IsBilling, address.IsShipping))],
            },
            null);
    }

    private static ReadOutcome<Customer> Failed(WriteOutcome outcome) => outcome is WriteOutcome.Rejected rejected
        ? new ReadOutcome<Customer>.Unreadable(rejected.Reasons)
        : new ReadOutcome<Customer>.Failed(outcome);
}
