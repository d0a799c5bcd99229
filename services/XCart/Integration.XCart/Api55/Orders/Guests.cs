using System.Collections.Concurrent;
using Integration.XCart.Api;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Setup;

namespace Integration.XCart.Api55.Orders;

/// <summary>
/// Tells guests from customers with an account. The API does not say it; taken is that a guest's row never logged in. Accounts are remembered,
/// since they stay accounts.
/// </summary>
internal sealed class Guests(PlatformApi shop, XCartSettings settings)
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<long, bool> _accounts = new();

    /// <summary>Whether the order's customer is a guest.</summary>
    public async Task<ShopAnswer<bool>> AskAsync(OrderOutput order, CancellationToken ct)
    {
        // An account that was deleted leaves the order its own copy.
        if (order.CustomerId is not { } id || id == order.ProfileId) return new ShopAnswer<bool>.Given(true, null);
        if (!settings.GuestsByLogin || _accounts.ContainsKey(id)) return new ShopAnswer<bool>.Given(false, null);
        switch (await shop.ReadAsync<LoginOutput>($"profiles/{id}", ct))
        {
            case ShopAnswer<LoginOutput>.Given { Value: { FirstLogin: null, LastLogin: null } }:
            case ShopAnswer<LoginOutput>.Absent:
                return new ShopAnswer<bool>.Given(true, null);
            case ShopAnswer<LoginOutput>.Failed failed:
                return new ShopAnswer<bool>.Failed(failed.Outcome, failed.Status);
            default:
                if (_accounts.Count >= MostRemembered) _accounts.Clear();
                _accounts[id] = true;
                return new ShopAnswer<bool>.Given(false, null);
        }
    }
}
