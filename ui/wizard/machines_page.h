#pragma once

#include "ui/wizard/wizard_page.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace sluice::ui {

/// Nodes, sizes with prices, and the keys that open the droplets.
class MachinesPage : public WizardPage {
    Q_OBJECT
public:
    explicit MachinesPage(Draft *draft, QWidget *parent = nullptr);
    QStringList fields() const override {
        return {QStringLiteral("doks_node_count"),
                QStringLiteral("node_size"),
                QStringLiteral("droplet_size"),
                QStringLiteral("nat_gateway_size"),
                QStringLiteral("kubernetes_version"),
                QStringLiteral("image"),
                QStringLiteral("ha"),
                QStringLiteral("ssh_key_ids"),
                QStringLiteral("ssh_key_file")};
    }
    void refresh() override;
    bool isComplete() const override;

private:
    void fillSizes(QComboBox *box, const QString &chosen, const QStringList &allowed);
    void fillKeys();
    void applyKeys();
    QSpinBox *m_nodes;
    QSpinBox *m_units;
    QComboBox *m_nodeSize;
    QComboBox *m_dropletSize;
    QCheckBox *m_ha;
    Text *m_haHint;
    QRadioButton *m_makeKey;
    QRadioButton *m_ownKeys;
    QWidget *m_keys;
    QLineEdit *m_keyFile;
    Text *m_noKeys;
    bool m_own = false;
};

} // namespace sluice::ui
