using Integration.Connectors.Backfills;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;

namespace Integration.Connectors.Lanes.Reconciliation.Lists;

/// <summary>
/// Customers by e-mail, which leaves the service only hashed: accounts of the storefront, and the ERP's customers. Accounts that the lane does not make in
/// the ERP by itself, because they are older than the pair, need not be there.
/// </summary>
internal sealed class CustomerLists : ILaneLists
{
    public IEnumerable<IRecordList> Of(IConnector connector, PairDefinition pair) => pair.Lanes.Customers is not { ToErp: true } ? [] : connector switch
    {
        IStorefront { Customers: { } accounts } => [new Accounts(accounts)],
        IErp { CustomerRecords: { } customers } => [new Customers(customers)],
        _ => [],
    };

    private static string Normalised(string email) => email.Trim().ToLowerInvariant();

    private sealed class Accounts(IStorefrontCustomers accounts) : IRecordList
    {
        public string Entity => Entities.Customer;

        public bool PersonalKeys => true;

        public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
        {
            var number = NumberedPages.Of(question.Cursor);
            var page = await accounts.AccountsAsync(number, ct);
            return page.Failure is { } failure
                ? new ListPage.Failed(failure)
                : new ListPage.Read([.. page.Accounts.Where(account => Normalised(account.Email).Length > 0).Select(account => Record(account, question.Pair))], NumberedPages.After(number, page.Last));
        }

        // A storefront without change stamps tells at least when an account was made: one made a moment ago is on its way.
        private static ListedRecord Record(ListedAccount account, PairDefinition pair) => new()
        {
            Key = Normalised(account.Email), Id = account.Id, Number = account.Id, State = account.CreatedAt < pair.From ? ListedStates.Waiting : ListedStates.Active,
            ChangedAt = account.CreatedAt,
        };
    }

    private sealed class Customers(ICustomerRecords customers) : IRecordList
    {
        public string Entity => Entities.Customer;

        public bool PersonalKeys => true;

        public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
        {
            var page = await customers.PageAsync(question.Cursor, ct);
            return page.Failure is { } failure
                ? new ListPage.Failed(failure)
                : new ListPage.Read([.. page.Customers.Where(customer => Normalised(customer.Email).Length > 0).Select(Record)], page.After);
        }

        // One that the ERP no longer sells to is there all the same.
        private static ListedRecord Record(ErpCustomer customer) =>
            new() { Key = Normalised(customer.Email), Id = customer.Id, Number = customer.Number, ChangedAt = customer.ChangedAt };
    }
}
