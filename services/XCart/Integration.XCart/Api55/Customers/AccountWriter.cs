using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.XCart.Api;
using Integration.XCart.Api55.Customers.Wire;
using Integration.XCart.Api55.Orders;
using Integration.XCart.Api55.Orders.Wire;
using Integration.XCart.Api55.Protocol;
using Integration.XCart.Customers;
using Integration.XCart.Products;
using Integration.XCart.Setup;

namespace Integration.XCart.Api55.Customers;

/// <summary>
/// Writes accounts: the profile, then its main address. A new account has no password, and nobody ever logged in with it: the shop's rows do not tell it from a
/// guest's, so that whoever made it must remember that it is one.
/// </summary>
internal sealed class AccountWriter(PlatformApi shop, XCartSettings settings) : IAccountWriter
{
    private readonly Memberships _memberships = new(shop);

    public IReadOnlySet<string> Fields => AccountFields.WithGroup;

    public async Task<LookOutcome> FindAsync(string email, CancellationToken ct)
    {
        var (rows, failure) = await RowsAsync(email, ct);
        if (failure is not null) return new LookOutcome.Failed(failure);
        var accounts = rows.Where(row => row.EverLoggedIn || !settings.GuestsByLogin).ToList();
        return accounts switch
        {
            [] => new LookOutcome.NotFound(),
            [var only] => new LookOutcome.Same(Ref(only.Id)),
            _ => new LookOutcome.Different(Ref(accounts[0].Id), [new Reason("email", $"Several accounts of the shop have the e-mail address: {string.Join(", ", accounts.Select(row => row.Id))}.")]),
        };
    }

    public async Task<WriteOutcome> CreateAsync(PairDefinition pair, Customer customer, CancellationToken ct)
    {
        var fields = new JsonObject { ["login"] = customer.NormalisedEmail, ["access_level"] = 0, ["status"] = "E", ["language"] = customer.Language ?? "en" };
        if (customer.Group is not null && await JoinAsync(fields, customer.Group, ct) is { } noGroup) return noGroup;
        switch (await shop.PostAsync<ProfileOutput>("profiles", fields, ct))
        {
            case ShopAnswer<ProfileOutput>.Failed { Outcome: WriteOutcome.Rejected rejected }:
                // The shop keeps log-ins apart by itself: an account of this e-mail stands already, and nobody logged in with it yet.
                var (rows, failure) = await RowsAsync(customer.NormalisedEmail, ct);
                return failure ?? (rows.Count > 0 ? new WriteOutcome.AlreadyDone(Ref(rows.Max(row => row.Id))) : rejected);
            case ShopAnswer<ProfileOutput>.Failed failed:
                return failed.Outcome;
            case ShopAnswer<ProfileOutput>.Given made:
                var body = Body(pair, customer.MainAddress);
                (body["is_billing"], body["is_shipping"]) = (true, true);
                return ShopWrites.Failure(await shop.PostAsync<AddressOutput>(Book(made.Value.Id), body, ct)) ?? new WriteOutcome.Done(Ref(made.Value.Id));
            default:
                return new WriteOutcome.Unknown("The shop's answer does not show the new account.");
        }
    }

    public async Task<WriteOutcome> UpdateAsync(PairDefinition pair, Customer wanted, IReadOnlySet<string> fields, CancellationToken ct)
    {
        if (ShopId.Of(wanted.Id) is not { } id) return ShopWrites.NoId();
        if (fields.Contains(CustomerFields.Group) || fields.Overlaps(AccountFields.OfProfile))
        {
            var row = new JsonObject();
            if (fields.Contains(CustomerFields.Email)) row["login"] = wanted.NormalisedEmail;
            if (fields.Contains(CustomerFields.Active)) row["status"] = wanted.IsActive ? "E" : "D";
            if (fields.Contains(CustomerFields.Group) && await JoinAsync(row, wanted.Group, ct) is { } noGroup) return noGroup;
            if (ShopWrites.Failure(await shop.PutAsync<ProfileOutput>($"profiles/{id}", row, ct)) is { } failure) return failure;
        }

        return (fields.Overlaps(AccountFields.OfAddress) ? await AddressAsync(pair, id, wanted.MainAddress, fields, ct) : null) ?? new WriteOutcome.Done(Ref(id));
    }

    // No name takes the membership away.
    private async Task<WriteOutcome?> JoinAsync(JsonObject row, string? group, CancellationToken ct)
    {
        var (id, failure) = string.IsNullOrEmpty(group) ? (null, null) : await _memberships.IdAsync(group, ct);
        row["membership_id"] = id;
        return failure;
    }

    private async Task<WriteOutcome?> AddressAsync(PairDefinition pair, long id, Address address, IReadOnlySet<string> fields, CancellationToken ct)
    {
        var book = await shop.AllAsync<AddressOutput>(Book(id), ct);
        if (ShopWrites.Failure(book) is { } failure) return failure;
        var entries = ((ShopAnswer<IReadOnlyList<AddressOutput>>.Given)book).Value;
        var main = entries.FirstOrDefault(entry => entry.IsBilling) ?? (entries.Count > 0 ? entries[0] : null);
        var body = Body(pair, address);
        if (main is null)
        {
            (body["is_billing"], body["is_shipping"]) = (true, true);
            return ShopWrites.Failure(await shop.PostAsync<AddressOutput>(Book(id), body, ct));
        }

        // A state that stays must not be sent: its number is not always known.
        if (!fields.Contains(CustomerFields.State) && !fields.Contains(CustomerFields.Country)) foreach (var name in (string[])["state", "state_name", "country_code"]) body.Remove(name);
        return ShopWrites.Failure(await shop.PutAsync<AddressOutput>($"{Book(id)}/{main.Id}", body, ct));
    }

    private static JsonObject Body(PairDefinition pair, Address address) => new()
    {
        ["firstname"] = address.FirstName,
        ["lastname"] = address.LastName,
        ["phone"] = address.Phone,
        ["street"] = address.Street,
        ["city"] = address.City,
        ["zipcode"] = address.PostalCode,
        ["country_code"] = address.Country.Length > 0 ? address.Country : null,
        ["state"] = StateCodes.NumberOf(pair, address.Country, address.State) ?? 0,
        ["state_name"] = address.State,
    };

    // The shop's condition is met by a part of the e-mail as well.
    private async Task<(IReadOnlyList<ProfileOutput> Rows, WriteOutcome? Failure)> RowsAsync(string email, CancellationToken ct) =>
        await shop.PageAsync<ProfileOutput>("profiles", $"login={Uri.EscapeDataString(email)}", 1, PlatformApi.LargestPage, ct) switch
        {
            ShopAnswer<IReadOnlyList<ProfileOutput>>.Failed failed => ([], failed.Outcome),
            ShopAnswer<IReadOnlyList<ProfileOutput>>.Given given => ([.. given.Value.Where(row => row.AccessLevel == 0 && string.Equals(row.Login?.Trim(), email, StringComparison.OrdinalIgnoreCase))], null),
            _ => ([], null),
        };

    private static string Book(long profile) => string.Create(CultureInfo.InvariantCulture, $"profiles/{profile}/addresses");

    private static RecordRef Ref(long id) => new(Entities.Customer, id.ToString(CultureInfo.InvariantCulture), id.ToString(CultureInfo.InvariantCulture));
}
