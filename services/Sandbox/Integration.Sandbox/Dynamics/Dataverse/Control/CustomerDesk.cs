using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Plays the people who look after customers: they correct names, telephone numbers and addresses, and hold or retire them.</summary>
internal sealed class CustomerDesk(Books books)
{
    private static readonly (string Name, string Column)[] Columns =
    [
        ("customerName", "name"), ("email", "emailaddress1"), ("phone", "telephone1"), ("street", "address1_line1"), ("street2", "address1_line2"), ("city", "address1_city"),
        ("postalCode", "address1_postalcode"), ("state", "address1_stateorprovince"), ("country", "address1_country"),
    ];

    /// <summary>Changes an account, named by <c>customerID</c> (its number) or <c>email</c>; makes it when <c>customerID</c> is new.</summary>
    public Task<JsonObject> SetAsync(JsonElement wish, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            transaction.User = Seed.Person;
            var (number, email) = (Text(wish, "customerID"), Text(wish, "email"));
            var found = number is not null ? transaction.First("account", ["accountnumber"], number) : email is not null ? transaction.First("account", ["emailaddress1"], email) : null;
            if (found is null && (number is null || Text(wish, "customerName") is null))
            {
                throw new DataverseFault(404, ErrorCode.ObjectDoesNotExist, "There is no such customer.");
            }

            var account = found is not null ? transaction.Edit(found) : transaction.Insert(new Record(transaction.Schema["account"], Guid.NewGuid())).Set("accountnumber", number)
                .Set("statecode", 0L).Set("statuscode", 1L).Set("transactioncurrencyid", SeedCatalogue.Link("transactioncurrency", "USD")).Set("ownerid", new Reference("systemuser", Seed.Person));
            foreach (var (name, column) in Columns)
            {
                if (Text(wish, name) is { } value)
                {
                    account.Set(column, value.Length > 0 ? value : null);
                }
            }

            if (Text(wish, "status") is { } status)
            {
                account.Set("statecode", status == "Active" ? 0L : 1L).Set("statuscode", status == "Active" ? 1L : 2L);
            }

            return new JsonObject { ["id"] = account.Id, ["customerID"] = account.Text("accountnumber"), ["status"] = account.Whole("statecode") == 0 ? "Active" : "Inactive" };
        },
        cancellationToken);

    private static string? Text(JsonElement wish, string name) => wish.TryGetProperty(name, out var value) ? value.GetString() : null;
}
