using Integration.Sandbox.Acumatica.Records;
using Integration.Sandbox.Acumatica.Screens;

namespace Integration.Sandbox.Acumatica.Customers;

/// <summary>Contacts (CR302000): people, of a business account or of none; the ID is numbered.</summary>
internal sealed class ContactScreen() : Screen("Contact", "Contact")
{
    /// <inheritdoc/>
    public override IReadOnlySet<string> Outputs { get; } = new HashSet<string> { "Contact.DisplayName", "Contact.FullName", "Contact.NoteID", "Contact.LastModifiedDateTime" };

    /// <summary>A new contact with its number.</summary>
    public static Row Begin(Save save)
    {
        var contact = save.New("Contact").Set("Active", true).Set("Status", "Active").Set("Type", "Contact");
        save.Next("Contact", "");
        return contact.Set("ContactID", 2000 + save.Numbers["Contact"]);
    }

    /// <summary>Puts the name together.</summary>
    public static void Name(Row contact) => contact
        .Set("DisplayName", contact.Has("FirstName") ? $"{contact.Text("LastName")}, {contact.Text("FirstName")}" : contact.Text("LastName"))
        .Set("FullName", contact.Text("CompanyName"));

    /// <inheritdoc/>
    public override void Open(Save save, Row row) => row.Set("Active", true).Set("Status", "Active").Set("Type", "Contact");

    /// <inheritdoc/>
    public override void Number(Save save, Row row)
    {
        save.Next("Contact", "");
        row.Set("ContactID", 2000 + save.Numbers["Contact"]);
    }

    /// <inheritdoc/>
    public override void Check(Save save, Row row, bool isNew)
    {
        if (!row.Has("LastName"))
        {
            row.Fail("LastName", "'Last Name' cannot be empty.");
        }

        if (row.Has("BusinessAccount") && save.Find("Customer", row.Text("BusinessAccount")) is null)
        {
            Missing(row, "BusinessAccount", "Business Account", row.Text("BusinessAccount"));
        }

        Name(row);
    }
}
