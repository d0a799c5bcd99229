using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Customers;
using Integration.XCart.Customers;

namespace Integration.XCart.InUse;

/// <summary>Writes accounts over the API in use.</summary>
internal sealed class AccountWriterInUse(ShopInUse shop) : IStorefrontCustomerWriter
{
    public IReadOnlySet<string> Fields => shop.Known?.Accounts.Fields ?? AccountFields.Common;

    public async Task<LookOutcome> FindAsync(string email, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? new LookOutcome.Failed(why!) : await api.Accounts.FindAsync(email, ct);
    }

    public async Task<WriteOutcome> CreateAsync(PairDefinition pair, Customer customer, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.Accounts.CreateAsync(pair, customer, ct);
    }

    public async Task<WriteOutcome> UpdateAsync(PairDefinition pair, Customer wanted, IReadOnlySet<string> fields, CancellationToken ct)
    {
        var (api, why) = await shop.ApiAsync(ct);
        return api is null ? why! : await api.Accounts.UpdateAsync(pair, wanted, fields, ct);
    }
}
