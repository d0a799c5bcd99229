namespace Integration.Contracts.Customers;

/// <summary>The fields of a customer that both sides keep and that are compared one by one, as text. The address is the account's main one.</summary>
public static class CustomerFields
{
    /// <summary>E-mail in its normalised form.</summary>
    public const string Email = "email";

    /// <summary>First and last name in one: not every system keeps them apart.</summary>
    public const string Name = "name";

    /// <summary>Company.</summary>
    public const string Company = "company";

    /// <summary>Telephone.</summary>
    public const string Phone = "phone";

    /// <summary>Street, first line.</summary>
    public const string Street = "street";

    /// <summary>Second address line.</summary>
    public const string Street2 = "street2";

    /// <summary>City.</summary>
    public const string City = "city";

    /// <summary>Postal code.</summary>
    public const string PostalCode = "postalCode";

    /// <summary>State.</summary>
    public const string State = "state";

    /// <summary>Country, two letters.</summary>
    public const string Country = "country";

    /// <summary>Group or membership by its name in the shop.</summary>
    public const string Group = "group";

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public const string Active = "active";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [Email, Name, Company, Phone, Street, Street2, City, PostalCode, State, Country, Group, Active];

    /// <summary>Those that together are the address: they are written as one.</summary>
    public static IReadOnlyList<string> OfAddress { get; } = [Name, Company, Phone, Street, Street2, City, PostalCode, State, Country];

    /// <summary>True for a field whose value may be told to anybody who sees the record's name.</summary>
    public static bool IsPlain(string field) => field is Group or Active or Country;

    /// <summary>The values of an account.</summary>
    public static Dictionary<string, string> Of(Customer customer)
    {
        var address = customer.MainAddress;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Email] = customer.NormalisedEmail,
            [Name] = $"{customer.FirstName} {customer.LastName}".Trim(),
            [Company] = customer.Company,
            [Phone] = customer.Phone,
            [Street] = address.Street,
            [Street2] = address.Street2,
            [City] = address.City,
            [PostalCode] = address.PostalCode,
            [State] = address.State,
            [Country] = address.Country,
            [Group] = customer.Group ?? "",
            [Active] = customer.IsActive ? "true" : "false",
        };
    }

    /// <summary>The account with other values; what is not named stays. The main address changes with it.</summary>
    public static Customer With(Customer customer, IReadOnlyDictionary<string, string> values)
    {
        string Value(string field, string otherwise) => values.GetValueOrDefault(field, otherwise);
        var (first, last) = values.TryGetValue(Name, out var name) ? Split(name) : (customer.FirstName, customer.LastName);
        var main = customer.MainAddress;
        var address = main with
        {
            FirstName = first, LastName = last, Company = Value(Company, customer.Company), Phone = Value(Phone, customer.Phone),
            Street = Value(Street, main.Street), Street2 = Value(Street2, main.Street2), City = Value(City, main.City),
            PostalCode = Value(PostalCode, main.PostalCode), State = Value(State, main.State), Country = Value(Country, main.Country),
        };
        return customer with
        {
            Email = Value(Email, customer.Email),
            FirstName = first, LastName = last, Company = address.Company, Phone = address.Phone,
            Group = Value(Group, customer.Group ?? "") is { Length: > 0 } group ? group : null,
            IsActive = Value(Active, customer.IsActive ? "true" : "false") == "true",
            Addresses = customer.Main is { } entry
                ? [.. customer.Addresses.Select(other => ReferenceEquals(other, entry) ? other with { Address = address } : other)]
                : [new CustomerAddress(address, IsBilling: true, IsShipping: true)],
        };
    }

    // The last word is the family name, unless there is one word only.
    private static (string First, string Last) Split(string name)
    {
        var trimmed = name.Trim();
        var at = trimmed.LastIndexOf(' ');
        return at < 0 ? (trimmed, "") : (trimmed[..at].TrimEnd(), trimmed[(at + 1)..]);
    }
}
