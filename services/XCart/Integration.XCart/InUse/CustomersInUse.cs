using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;

namespace Integration.XCart.InUse;

/// <summary>Reads customers over the API in use.</summary>
internal sealed class CustomersInUse(ShopInUse shop, CrawlSchedule? schedule) : IStorefrontCustomers
{
    public CrawlSchedule? Schedule => schedule;

    public Task<ReadOutcome<Customer>> ReadAsync(PairDefinition pair, string id, CancellationToken ct) => ReadAsync(pair, id, known: false, ct);

    public Task<ReadOutcome<Customer>> ReadKnownAsync(PairDefinition pair, string id, CancellationToken ct) => ReadAsync(pair, id, known: true, ct);

    private async Task<ReadOutcome<Customer>> ReadAsync(PairDefinition pair, string id, bool known, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new ReadOutcome<Customer>.Failed(why!) : await api.CustomerAsync(pair, id, known, ct);
    }

    public async Task<CrawlPage> PageAsync(PairDefinition pair, int page, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new CrawlPage.Failed(why!) : await api.CustomersAsync(pair, page, ct);
    }

    public async Task<AccountPage> AccountsAsync(int page, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new AccountPage([], Last: false, why!) : await api.AccountsAsync(page, ct);
    }
}
