#pragma once

#include "ui/wizard/wizard_page.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sluice::ui {

/// Where to build: the sandbox or a real account. They never look alike.
class AccountPage : public WizardPage {
    Q_OBJECT
public:
    explicit AccountPage(Draft *draft, QWidget *parent = nullptr);
    QStringList fields() const override { return {QStringLiteral("account")}; }
    void refresh() override;
    bool isComplete() const override;

Q_SIGNALS:
    void connectRequested(bool sandbox, const QString &token);

private:
    QRadioButton *m_sandbox;
    QRadioButton *m_real;
    QLineEdit *m_token;
    QPushButton *m_connect;
    Field *m_tokenField;
    Card *m_scopes;
    Text *m_problem;
    Banner *m_banner;
    Card *m_card;
    Text *m_who;
    Text *m_holds;
};

/// Region and names.
class PlacePage : public WizardPage {
    Q_OBJECT
public:
    explicit PlacePage(Draft *draft, QWidget *parent = nullptr);
    QStringList fields() const override { return {QStringLiteral("region"), QStringLiteral("name_prefix")}; }
    void refresh() override;

private:
    QComboBox *m_region;
    QLineEdit *m_prefix;
    Text *m_names;
};

/// The three networks, with the live map.
class CidrMap;
class NetworkPage : public WizardPage {
    Q_OBJECT
public:
    explicit NetworkPage(Draft *draft, QWidget *parent = nullptr);
    QStringList fields() const override {
        return {QStringLiteral("vpc_cidr"), QStringLiteral("doks_cluster_subnet"),
                QStringLiteral("doks_service_subnet")};
    }
    void refresh() override;

private:
    QLineEdit *addCidr(const QString &key, const QString &label, const QString &hint,
                       QString blueprint::Blueprint::*member);
    QLineEdit *m_vpc;
    QLineEdit *m_pods;
    QLineEdit *m_services;
    CidrMap *m_map;
};

/// Who may reach the bastion, and the switches back to the reference's way.
class AccessPage : public WizardPage {
    Q_OBJECT
public:
    explicit AccessPage(Draft *draft, QWidget *parent = nullptr);
    QStringList fields() const override {
        return {QStringLiteral("bastion_ssh_sources"), QStringLiteral("reference_ways")};
    }
    void refresh() override;
    bool isComplete() const override;

private:
    void apply();
    /// The chosen way needs words that are not typed yet.
    bool isMissing() const;
    QRadioButton *m_anywhere;
    QRadioButton *m_mine;
    QRadioButton *m_custom;
    QLineEdit *m_address;
    QLineEdit *m_list;
    Field *m_addressField;
    Field *m_listField;
    Text *m_reach;
    bool m_chosen = false; ///< the user chose a kind; the draft no longer decides which radio button is on
};

} // namespace sluice::ui
