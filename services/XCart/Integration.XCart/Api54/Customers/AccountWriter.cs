using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs;
using Integration.Contracts.Customers;
using Integration.Contracts.Operations;
using Integration.Contracts.Records;
using Integration.XCart.Api;
using Integration.XCart.Api54.Customers.Wire;
using Integration.XCart.Api54.Protocol;
using Integration.XCart.Customers;
using Integration.XCart.Products;

namespace Integration.XCart.Api54.Customers;

/// <summary>
/// Writes accounts in the default schema. The texts of an address cannot be changed by a call that is known to work: a new address becomes the main one, and
/// the old one stays in the book without its marks. These go first, so that a write that breaks off between the calls is completed by its repetition.
/// </summary>
internal sealed class AccountWriter(RestApi shop) : IAccountWriter
{
    private const string Profile = "profile";
    private const string AddressEntity = "address";

    private readonly ShopStates _states = new(shop);

    // How a membership is written is not known.
    public IReadOnlySet<string> Fields => AccountFields.Common;

    public async Task<LookOutcome> FindAsync(string email, CancellationToken ct) =>
        await shop.ListAsync<StoredAccount>(Profile, Conditions.AccountsOf(email), ct) switch
        {
            ShopAnswer<IReadOnlyList<StoredAccount>>.Failed failed => new LookOutcome.Failed(failed.Outcome),
            // A shop that ignores the condition gives everybody.
            ShopAnswer<IReadOnlyList<StoredAccount>>.Given given => Found([.. given.Value.Where(row => row.IsAccount && string.Equals(row.Login?.Trim(), email, StringComparison.OrdinalIgnoreCase))]),
            _ => new LookOutcome.NotFound(),
        };

    public async Task<WriteOutcome> CreateAsync(PairDefinition pair, Customer customer, CancellationToken ct)
    {
        var fields = new JsonObject { ["login"] = customer.NormalisedEmail, ["access_level"] = 0, ["status"] = "E", ["language"] = customer.Language ?? "en" };
        switch (await shop.PostAsync<StoredAccount>(Profile, fields, ct))
        {
            case ShopAnswer<StoredAccount>.Failed failed:
                return failed.Outcome;
            case ShopAnswer<StoredAccount>.Given made:
                return await AddAddressAsync(made.Value.Id, customer.MainAddress, true, [], ct) ?? new WriteOutcome.Done(Ref(made.Value.Id));
            default:
                return new WriteOutcome.Unknown("The shop's answer does not show the new account.");
        }
    }

    public async Task<WriteOutcome> UpdateAsync(PairDefinition pair, Customer wanted, IReadOnlySet<string> fields, CancellationToken ct)
    {
        if (ShopPath.Of(Profile, wanted.Id) is not { } path) return ShopWrites.NoId();
        if (fields.Overlaps(AccountFields.OfProfile))
        {
            var row = new JsonObject();
            if (fields.Contains(CustomerFields.Email)) row["login"] = wanted.NormalisedEmail;
            if (fields.Contains(CustomerFields.Active)) row["status"] = wanted.IsActive ? "E" : "D";
            if (ShopWrites.Failure(await shop.PutAsync<StoredAccount>(path, row, ct)) is { } failure) return failure;
        }

        var number = long.Parse(wanted.Id, CultureInfo.InvariantCulture);
        return (fields.Overlaps(AccountFields.OfAddress) ? await MoveAsync(path, number, wanted.MainAddress, ct) : null) ?? new WriteOutcome.Done(Ref(number));
    }

    private async Task<WriteOutcome?> MoveAsync(ShopPath path, long profile, Address address, CancellationToken ct)
    {
        var stored = await shop.ReadAsync<StoredBook>(path, Schema.Default, ct);
        if (ShopWrites.Failure(stored) is { } unread) return unread;
        var shown = await shop.ReadAsync<ShownAccount>(path, Schema.Complex, ct);
        if (ShopWrites.Failure(shown) is { } unseen) return unseen;
        var old = ((ShopAnswer<StoredBook>.Given)stored).Value.Main;
        var book = ((ShopAnswer<ShownAccount>.Given)shown).Value.Addresses;
        var texts = (book.FirstOrDefault(entry => entry.IsBilling) ?? (book.Count > 0 ? book[0] : null))?.ToShop().Others ?? new Dictionary<string, string>();
        if (old is not null && ShopPath.Of(AddressEntity, old.Id.ToString(CultureInfo.InvariantCulture)) is { } main
            && ShopWrites.Failure(await shop.PutAsync<StoredEntry>(main, new JsonObject { ["is_billing"] = false, ["is_shipping"] = false }, ct)) is { } unmarked) return unmarked;
        return await AddAddressAsync(profile, address, old?.IsShipping ?? true, texts, ct);
    }

    private async Task<WriteOutcome?> AddAddressAsync(long profile, Address address, bool shipping, IEnumerable<KeyValuePair<string, string>> others, CancellationToken ct)
    {
        var (state, failure) = await _states.IdAsync(address.Country, address.State, ct);
        if (failure is not null) return failure;
        var texts = new List<KeyValuePair<string, string>>
        {
            new("firstname", address.FirstName), new("lastname", address.LastName), new("street", address.Street), new("city", address.City),
            new("zipcode", address.PostalCode), new("phone", address.Phone),
        };
        if (state is null && address.State.Length > 0) texts.Add(new("custom_state", address.State));
        texts.AddRange(others.Where(other => other.Value.Length > 0));
        var fields = new JsonObject
        {
            ["profile"] = new JsonObject { ["profile_id"] = profile },
            ["is_billing"] = true,
            ["is_shipping"] = shipping,
            ["addressFields"] = new JsonArray([.. texts.Select(text => new JsonObject { ["addressField"] = new JsonObject { ["serviceName"] = text.Key }, ["value"] = text.Value })]),
        };
        if (address.Country.Length > 0) fields["country"] = new JsonObject { ["code"] = address.Country };
        if (state is { } id) fields["state"] = new JsonObject { ["state_id"] = id };
        return ShopWrites.Failure(await shop.PostAsync<StoredEntry>(AddressEntity, fields, ct));
    }

    private static LookOutcome Found(IReadOnlyList<StoredAccount> rows) => rows switch
    {
        [] => new LookOutcome.NotFound(),
        [var only] => new LookOutcome.Same(Ref(only.Id)),
        _ => new LookOutcome.Different(Ref(rows[0].Id), [new Reason("email", $"Several accounts of the shop have the e-mail address: {string.Join(", ", rows.Select(row => row.Id))}.")]),
    };

    private static RecordRef Ref(long id) => new(Entities.Customer, id.ToString(CultureInfo.InvariantCulture), id.ToString(CultureInfo.InvariantCulture));
}
