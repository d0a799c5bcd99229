using Integration.Sandbox.Dynamics.Finance.Records;
using Integration.Sandbox.Dynamics.Finance.Schema;

namespace Integration.Sandbox.Dynamics.Finance.Events;

/// <summary>The registered endpoints; they lie in the books, beside what activates events for them.</summary>
internal sealed class Endpoints(Books books)
{
    private const string Url = "_Url";
    private const string HeaderName = "_HeaderName";
    private const string HeaderValue = "_HeaderValue";
    private const string DataSets = "_DataEvents";

    /// <summary>The endpoints.</summary>
    public IEnumerable<Row> All => books.Of(Tables.EventEndpoints, "").Sorted();

    /// <summary>Registers an endpoint, or replaces the one of its name.</summary>
    /// <exception cref="FinanceFault">An event or entity set is unknown.</exception>
    public Task<bool> RegisterAsync(EndpointRequest request, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            Remove(save, request.Name);
            foreach (var set in request.DataEvents.Where(set => books.Metadata.Find(set) is null))
            {
                throw FinanceFault.Plain(400, $"There is no entity set {set}.");
            }

            save.Insert(save.New(Tables.EventEndpoints, "").Set("Name", request.Name)).Set("Type", "Http").Set("Description", "HTTPS endpoint").Set(Url, request.Url.ToString())
                .Set(HeaderName, request.HeaderName).Set(HeaderValue, request.HeaderValue).Set(DataSets, string.Join(' ', request.DataEvents));
            foreach (var name in request.Events ?? EventNames.All)
            {
                if (save.Find(Tables.EventCatalog, "", name) is null)
                {
                    throw FinanceFault.Plain(400, $"There is no business event {name}.");
                }

                foreach (var company in request.LegalEntities ?? Control.Seed.Companies)
                {
                    save.Insert(save.New(Tables.EventConfigurations, "").Set("BusinessEventsTable", name).Set("LegalEntity", company).Set("BusinessEventsEndpoint_Name", request.Name)).Set("Disabled", false);
                }
            }

            return true;
        },
        cancellationToken);

    /// <summary>Removes an endpoint, or all of them.</summary>
    public Task<bool> RemoveAsync(string? name, CancellationToken cancellationToken) => books.SaveAsync(
        save =>
        {
            foreach (var endpoint in name is null ? All.Select(row => row.Text("Name")).ToList() : [name])
            {
                Remove(save, endpoint);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Where an event goes.</summary>
    public IEnumerable<Delivery> Of(EventMessage message) => All.Where(endpoint => books.Of(Tables.EventConfigurations, "")
        .Find([message.Event, message.Company, endpoint.Text("Name")]) is { } activation && !activation.Is("Disabled")).Select(endpoint => To(endpoint, message));

    /// <summary>The endpoints that want data events, with the entity sets.</summary>
    public IEnumerable<(Row Endpoint, EntitySet Set)> OfData =>
        All.SelectMany(endpoint => endpoint.Text(DataSets).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(set => (endpoint, books.Metadata[set])));

    /// <summary>An event on its way to an endpoint.</summary>
    public static Delivery To(Row endpoint, EventMessage message) =>
        new(endpoint.Text("Name"), new Uri(endpoint.Text(Url)), endpoint.Text(HeaderName), endpoint.Text(HeaderValue), message.Event, message.Body.DeepClone().AsObject());

    private static void Remove(Save save, string name)
    {
        if (save.Find(Tables.EventEndpoints, "", name) is { } endpoint)
        {
            save.Delete(endpoint);
        }

        foreach (var activation in save.By(Tables.EventConfigurations, "", "BusinessEventsEndpoint_Name", name))
        {
            save.Delete(activation);
        }
    }
}
