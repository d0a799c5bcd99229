using System.Text.Json;
using System.Text.Json.Nodes;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Control;

/// <summary>Plays the administrator: switches of the organization and of the application user.</summary>
internal sealed class OrganizationDesk(Books books)
{
    /// <summary><c>sopIntegration</c>, <c>changeTrackingDays</c>; <c>integrationUser</c> and <c>disabled</c> of the application user.</summary>
    public Task<JsonObject> SetAsync(JsonElement wish, CancellationToken cancellationToken) => books.RunAsync(
        transaction =>
        {
            transaction.User = Seed.Person;
            var organization = transaction.All("organization")[0];
            var user = transaction.Find("systemuser", Seed.ApplicationUser)!;
            organization = Put(transaction, organization, "issopintegrationenabled", wish, "sopIntegration", value => value.GetBoolean());
            organization = Put(transaction, organization, "expirechangetrackingindays", wish, "changeTrackingDays", value => value.GetInt64());
            user = Put(transaction, user, "isintegrationuser", wish, "integrationUser", value => value.GetBoolean());
            user = Put(transaction, user, "isdisabled", wish, "disabled", value => value.GetBoolean());
            return new JsonObject
            {
                ["sopIntegration"] = organization.Flag("issopintegrationenabled"), ["changeTrackingDays"] = organization.Whole("expirechangetrackingindays"),
                ["integrationUser"] = user.Flag("isintegrationuser"), ["disabled"] = user.Flag("isdisabled"),
            };
        },
        cancellationToken);

    private static Record Put(Transaction transaction, Record record, string column, JsonElement wish, string name, Func<JsonElement, object> read) =>
        wish.TryGetProperty(name, out var value) ? transaction.Edit(record).Set(column, read(value)) : record;
}
